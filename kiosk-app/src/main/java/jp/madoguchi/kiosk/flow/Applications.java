package jp.madoguchi.kiosk.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.madoguchi.kiosk.terms.Catalogue;
import jp.madoguchi.kiosk.terms.CenterTrouble;
import jp.madoguchi.kiosk.terms.MunicipalOffice;
import jp.madoguchi.kiosk.terms.Registration;
import jp.madoguchi.kiosk.terms.Withheld;

/**
 * The resident's 本籍地利用登録: where one can be asked for, how earlier ones stand, and the one that is about to be filed. What is
 * written in it is not here but in the writing pad.
 *
 * @param elsewhere the offices that keep the family register, when that is not the municipality of residence
 * @param waiting the codes of those whose certificates wait for a registration
 * @param told what was applied for so far, the oldest first; empty until the center has said
 * @param office the one that is applied to
 * @param trouble why nobody knows whether the application has arrived, or how earlier ones stand
 */
public record Applications(
        List<MunicipalOffice> elsewhere,
        Set<String> waiting,
        Optional<List<Registration>> told,
        Optional<MunicipalOffice> office,
        Optional<CenterTrouble> trouble) {

    public static final Applications NONE =
            new Applications(List.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Applications {
        elsewhere = List.copyOf(elsewhere);
        waiting = Set.copyOf(waiting);
        told = told.map(List::copyOf);
    }

    static Applications of(Catalogue catalogue) {
        Set<String> waiting = new HashSet<>();
        for (Withheld withheld : catalogue.withheld()) {
            if (withheld.reason() == Withheld.Reason.DOMICILE_NOT_REGISTERED) {
                waiting.add(withheld.municipality());
            }
        }
        return new Applications(
                catalogue.offices().stream()
                        .filter(office -> office.role() == MunicipalOffice.Role.DOMICILE)
                        .toList(),
                waiting,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Only who has a family register elsewhere can have applied. */
    boolean possible() {
        return !elsewhere.isEmpty();
    }

    Applications told(List<Registration> all) {
        return new Applications(elsewhere, waiting, Optional.of(all), office, trouble);
    }

    /** Whether anything can be applied for. */
    public boolean waits() {
        return elsewhere.stream().anyMatch(each -> open(each.municipality()));
    }

    /** Whether the certificates of the municipality with this code wait for a registration that can be asked for here. */
    public boolean open(String municipality) {
        return waiting.contains(municipality)
                && elsewhere.stream().anyMatch(each -> each.municipality().equals(municipality));
    }

    /** About to be asked of the municipality with this code; empty unless its certificates wait for that. */
    Optional<Applications> to(String municipality) {
        return elsewhere.stream()
                .filter(each -> each.municipality().equals(municipality) && open(municipality))
                .findFirst()
                .map(found -> new Applications(elsewhere, waiting, told, Optional.of(found), Optional.empty()));
    }

    /** The center has it. */
    Applications filed(Registration answer) {
        List<Registration> all = new ArrayList<>(told.orElse(List.of()));
        all.removeIf(each -> each.request().equals(answer.request()));
        all.add(answer);
        return new Applications(elsewhere, waiting, Optional.of(all), office, Optional.empty());
    }

    /** Once it may have arrived, no later attempt that surely did not can change that. */
    Applications unanswered(CenterTrouble why) {
        CenterTrouble known = arrivedPerhaps() ? CenterTrouble.UNCERTAIN : why;
        return new Applications(elsewhere, waiting, told, office, Optional.of(known));
    }

    /** It was not even sent. */
    Applications unsent() {
        return new Applications(elsewhere, waiting, told, office, Optional.empty());
    }

    /** The center has one more than it told of; the one that was sent now it did not take. */
    Applications outdated() {
        return new Applications(elsewhere, waiting, Optional.empty(), office, Optional.empty());
    }

    /** Whether the center was asked in vain how earlier ones stand. */
    public boolean untold() {
        return told.isEmpty() && trouble.isPresent();
    }

    /** Whether the application was sent and may have arrived, and nobody knows. */
    boolean arrivedPerhaps() {
        return trouble.equals(Optional.of(CenterTrouble.UNCERTAIN));
    }

    /** The latest one to this municipality. */
    public Optional<Registration> latest(String municipality) {
        List<Registration> all = told.orElse(List.of());
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).municipality().equals(municipality)) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /** The latest one to the office that is applied to. */
    public Optional<Registration> latest() {
        return office.flatMap(asked -> latest(asked.municipality()));
    }
}
