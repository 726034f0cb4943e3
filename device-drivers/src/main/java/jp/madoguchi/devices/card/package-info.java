/** The card port: what the kiosk may ask of a card on a reader, and every answer the world can give. */
@NullMarked
package jp.madoguchi.devices.card;

import org.jspecify.annotations.NullMarked;
