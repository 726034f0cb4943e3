package jp.madoguchi.kiosk.center;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Every member of the manifest that can be compared, in the order of the table in binding.md section 2. */
final class ManifestChecks {
    private static final int VERSION = 1;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private ManifestChecks() {}

    /** @param remaining that the manifest must still live */
    static void check(Manifest manifest, Binding binding, Instant now, Duration remaining) throws CheckFailed {
        BindingCheck.VERSION.require(manifest.version() == VERSION);
        BindingCheck.T.require(manifest.t().equals(binding.t()));
        BindingCheck.KIOSK.require(manifest.kiosk().equals(binding.kiosk()));
        BindingCheck.VISIT.require(manifest.visit().equals(binding.visit()));
        BindingCheck.REQUEST.require(manifest.request().equals(binding.order().request()));
        BindingCheck.MUNICIPALITY.require(
                manifest.municipality().equals(binding.order().municipality()));
        BindingCheck.CERTIFICATE.require(manifest.certificate().equals(binding.resident()));
        BindingCheck.KIND.require(manifest.kind().equals(binding.order().kind()));
        BindingCheck.OPTIONS.require(manifest.options().equals(binding.order().options()));
        BindingCheck.MEMBERS.require(
                manifest.members().equals(List.copyOf(binding.order().members())));
        BindingCheck.COPIES.require(manifest.copies() == binding.order().copies());
        BindingCheck.FEE.require(manifest.fee() == binding.order().fee());
        BindingCheck.ISSUED.require(!manifest.issued().isAfter(now.plus(CLOCK_SKEW)));
        BindingCheck.EXPIRES.require(now.plus(remaining).isBefore(manifest.expires()));
        BindingCheck.LIFETIME.require(
                !manifest.expires().isAfter(manifest.issued().plus(LONGEST_LIFE)));
    }
}
