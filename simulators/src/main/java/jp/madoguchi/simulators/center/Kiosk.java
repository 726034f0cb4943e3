package jp.madoguchi.simulators.center;

/**
 * The TLS peer.
 *
 * @param id the common name of its certificate
 * @param certificate SHA-256 of its certificate (DER) in hex
 */
record Kiosk(String id, String certificate) {}
