/**
 * A hostile center, and a hostile network before it, against whole visits: each attack a row, and what must come of it.
 */
@NullMarked
package jp.madoguchi.workbench.attack;

import org.jspecify.annotations.NullMarked;
