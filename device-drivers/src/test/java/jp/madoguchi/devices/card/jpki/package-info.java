/** Tests of the JPKI application against byte scripts. */
@NullMarked
package jp.madoguchi.devices.card.jpki;

import org.jspecify.annotations.NullMarked;
