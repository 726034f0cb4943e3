package jp.madoguchi.kiosk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.madoguchi.devices.Pace;
import jp.madoguchi.devices.card.CardReader;
import jp.madoguchi.devices.card.pcsc.PcscCardReader;
import jp.madoguchi.devices.cash.CashDevice;
import jp.madoguchi.devices.cash.CashUnit;
import jp.madoguchi.devices.cash.CashWitness;
import jp.madoguchi.devices.cash.Yen;
import jp.madoguchi.devices.cash.cctalk.CashSettings;
import jp.madoguchi.devices.cash.cctalk.CcTalkCashUnit;
import jp.madoguchi.devices.cash.cctalk.DispenseCode;
import jp.madoguchi.devices.print.DocumentFormat;
import jp.madoguchi.devices.print.Printer;
import jp.madoguchi.devices.print.ipp.IppPrinter;

/** The adapters that a configuration asks for. Nothing is opened or connected here beyond the files that it names. */
record Adapters(KioskConfig config, CardAnchors anchors, Printer printer, Printer receipts) {
    private static final int FATAL = 70;

    /** Throws, naming the file or the rule, when something that the configuration names cannot be used. */
    static Adapters of(KioskConfig config) throws IOException {
        Printer printer = printer(config.printer());
        return new Adapters(
                config,
                CardAnchors.of(config),
                printer,
                config.receipt().isPresent() ? printer(config.receipt().get()) : printer);
    }

    CardReader reader(Wires wires) {
        return new PcscCardReader(wires.terminals(), config.card().reader());
    }

    CashUnit cash(Wires wires, IntUnaryOperator coinsAt, Map<CashDevice, Integer> lastCounters, CashWitness witness) {
        KioskConfig.Cash cash = config.cash();
        return cash(wires, cashSettings(cash.port(), cash.hoppers(), cash.accepts()), coinsAt, lastCounters, witness);
    }

    /** Whether a fee can be paid at this kiosk, given change enough. */
    Predicate<Yen> payable() {
        KioskConfig.Cash cash = config.cash();
        return cashSettings(cash.port(), cash.hoppers(), cash.accepts())::payable;
    }

    /** Amounts in yen; throws {@code IllegalArgumentException} naming the rule. */
    static CashSettings cashSettings(String port, Map<Integer, Integer> hoppers, Set<Integer> accepts) {
        return CashSettings.of(
                port,
                hoppers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, hopper -> new Yen(hopper.getValue()))),
                accepts.stream().map(Yen::new).collect(Collectors.toSet()));
    }

    static CashUnit cash(
            Wires wires,
            CashSettings settings,
            IntUnaryOperator coinsAt,
            Map<CashDevice, Integer> lastCounters,
            CashWitness witness) {
        return new CcTalkCashUnit(
                wires.serial(),
                settings,
                DispenseCode.SERIAL_NUMBER,
                coinsAt,
                lastCounters,
                witness,
                Pace.real(),
                fatal -> Runtime.getRuntime().halt(FATAL)); // the service manager starts it anew, as after a worker's
    }

    private static Printer printer(KioskConfig.PaperPrinter printer) throws IOException {
        return printer(printer.uri(), printer.certificate(), printer.format());
    }

    static Printer printer(URI uri, Optional<Path> certificate, DocumentFormat format) throws IOException {
        Optional<X509Certificate> pin = Optional.empty();
        if (certificate.isPresent()) {
            Set<X509Certificate> pins = certificates(certificate.get());
            if (pins.size() != 1) {
                throw new IOException(certificate.get() + " holds " + pins.size() + " certificates instead of one");
            }
            pin = pins.stream().findFirst();
        }
        return new IppPrinter(IppPrinter.Settings.of(uri, pin, format), Pace.real());
    }

    private static Set<X509Certificate> certificates(Path pem) throws IOException {
        return certificates(pem, Files.readAllBytes(pem));
    }

    /** @param pem names the file in messages */
    static Set<X509Certificate> certificates(Path pem, byte[] content) throws IOException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .forEach(each -> certificates.add((X509Certificate) each));
        } catch (GeneralSecurityException unusable) {
            throw new IOException(pem + " holds no certificates: " + unusable.getMessage(), unusable);
        }
        if (certificates.isEmpty()) {
            throw new IOException(pem + " holds no certificates");
        }
        return certificates;
    }
}
