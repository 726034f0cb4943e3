/** What the kiosk itself puts on paper: the job of a document with its backs, and the receipt. */
@NullMarked
package jp.madoguchi.kiosk.paper;

import org.jspecify.annotations.NullMarked;
