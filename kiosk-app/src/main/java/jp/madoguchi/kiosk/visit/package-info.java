/** The one mutable object: the visit that goes on now, moved by one event loop that never does I/O. */
@NullMarked
package jp.madoguchi.kiosk.visit;

import org.jspecify.annotations.NullMarked;
