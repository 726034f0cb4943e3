/** Tests of the APDU decorators, and the scripted card they share. */
@NullMarked
package jp.madoguchi.devices.card.apdu;

import org.jspecify.annotations.NullMarked;
