/**
 * Editing a thing of whatever kind: its form, the review of what a save would change, and the save,
 * on the version that the form was opened on. When somebody else has saved meanwhile, both edits
 * are put together field by field, and what they differ in is for choosing (decision record 0031).
 * Kinds say what their fields are and whom a change reaches; nothing here knows of any.
 */
@NullMarked
package io.keyledger.console.edit;

import org.jspecify.annotations.NullMarked;
