/** The kiosk's own key and what it trusts of the center: read, changed while the program runs, told to the operator. docs/keys.md */
@NullMarked
package jp.madoguchi.kiosk.keys;

import org.jspecify.annotations.NullMarked;
