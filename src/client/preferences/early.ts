/**
 * Runs in the head of every page, before anything is painted: so a reader's size and colours are there from
 * the first frame. Also tells the style sheets that scripts run, so that what needs them keeps its room.
 */
import { applyPreferences, storedPreferences } from './preferences.ts';

document.documentElement.dataset['scripts'] = '';
applyPreferences(storedPreferences());
