package jp.madoguchi.kiosk.center;

import jp.madoguchi.kiosk.terms.DocumentOrder;
import jp.madoguchi.kiosk.terms.Sha256;
import jp.madoguchi.kiosk.terms.VisitId;

/**
 * Everything that a document's manifest must equal (binding.md section 2): put together from what this visit knows by itself,
 * never from an answer.
 *
 * @param t SHA-256 of the {@link AuthenticationText} that the card signed
 * @param resident SHA-256 of the resident's certificate
 */
public record Binding(Sha256 t, String kiosk, VisitId visit, Sha256 resident, DocumentOrder order) {}
