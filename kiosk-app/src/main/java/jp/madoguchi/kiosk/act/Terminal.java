package jp.madoguchi.kiosk.act;

import jp.madoguchi.kiosk.terms.Sha256;

/**
 * Who this machine is.
 *
 * @param certificate of the certificate that it shows the center
 */
public record Terminal(String kiosk, String store, Sha256 certificate) {}
