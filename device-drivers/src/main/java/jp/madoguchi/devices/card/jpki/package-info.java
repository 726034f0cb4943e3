/** The JPKI application (公的個人認証 AP) of a token, over any {@link jp.madoguchi.devices.card.apdu.ApduChannel}. */
@NullMarked
package jp.madoguchi.devices.card.jpki;

import org.jspecify.annotations.NullMarked;
