/** A kiosk on a desk: the shipped program wired to the simulators, a page of the outside world, and one resident who plays. */
@NullMarked
package jp.madoguchi.workbench;

import org.jspecify.annotations.NullMarked;
