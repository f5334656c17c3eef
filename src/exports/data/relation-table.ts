/** The table of relations: which entry states what of which other. */
import { place } from './places.ts';
import { perhaps, told, type Table } from './table.ts';

const toEntry = (fields: string) => ({
  fields,
  reference: { resource: 'entries', fields: '条目' },
});

export const relations: Table = {
  name: 'relations',
  title: '条目之间的关系',
  columns: [
    told('条目', '写明这一关系的条目'),
    told('关联条目', '所关联的条目'),
    told('字段', '关系的种类，如 clusters、issuers、partOf'),
    perhaps('依据', '写明关系的原话'),
    perhaps('出处', '原话所在的页面和段落'),
  ],
  foreignKeys: [toEntry('条目'), toEntry('关联条目')],
  rows: (library) =>
    [...library.entries.values()].flatMap((e) =>
      library
        .related(e.key)
        .filter(({ direction }) => direction === 'out')
        .map(({ entry: other, field, quotation: cited }) => [
          e.key,
          other.key,
          field,
          cited?.quote,
          cited && place(library, cited),
        ]),
    ),
};
