package jp.madoguchi.kiosk.center;

import jp.madoguchi.kiosk.terms.Sha256;

/**
 * By what kiosk and center know each other: taken up together, or not at all. A visit keeps the one that it began with, because
 * its authentication text names the certificate (binding.md section 1).
 *
 * @param kioskCertificate of the certificate that {@code center} is shown
 * @param seal signs as the kiosk, with the key of that certificate
 * @param documents believes those who sign for that center
 */
public record CenterAccess(IssuanceCenter center, Sha256 kioskCertificate, KioskSeal seal, DocumentBinding documents) {}
