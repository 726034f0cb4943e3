/** Tests of the PC/SC adapter against a terminal factory of their own. */
@NullMarked
package jp.madoguchi.devices.card.pcsc;

import org.jspecify.annotations.NullMarked;
