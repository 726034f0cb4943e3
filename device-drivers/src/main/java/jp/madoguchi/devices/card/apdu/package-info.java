/** Commands and answers of ISO/IEC 7816-4 as bytes, and the small decorators that stand between them and a card. */
@NullMarked
package jp.madoguchi.devices.card.apdu;

import org.jspecify.annotations.NullMarked;
