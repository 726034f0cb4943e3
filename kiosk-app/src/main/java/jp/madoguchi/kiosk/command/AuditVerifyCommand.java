package jp.madoguchi.kiosk.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.madoguchi.kiosk.audit.LogVerification;
import jp.madoguchi.kiosk.identity.PemFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Is the audit log what was written? */
@Command(
        name = "verify",
        header = "Says whether the audit log is what was written.",
        description = {
            "If it is not, names the first entry that was altered, removed, put elsewhere or cut off. The program may run",
            "meanwhile. Checkpoints that the center holds tell more than those beside the log, which whoever changes the log",
            "may change as well."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the log is whole",
            "2:wrong usage",
            "3:the configuration, or a file, cannot be used",
            "8:the log is not what was written"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    /** Which log. */
    static final class Which {
        @Option(names = "--config", paramLabel = "FILE", description = "the TOML file of the program whose log it is")
        private @Nullable Path config;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description =
                        "files of a log, in their order, or its folder: a copy, say. Its checkpoints need --trust")
        private @Nullable List<Path> files;
    }

    @ArgGroup(multiplicity = "1")
    private @Nullable Which which;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            arity = "1..*",
            description = "signed checkpoints that were kept elsewhere, such as by the center")
    private List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "PEM file of earlier certificates of the kiosk, or of the authority that issues them")
    private @Nullable Path trust;

    @Spec
    private @Nullable CommandSpec spec;

    private final Program program;

    AuditVerifyCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws Stop {
        Which log = which;
        CommandSpec self = spec;
        if (log == null || self == null) {
            throw new IllegalStateException("picocli demands one of them and injects the specification");
        }
        PrintWriter out = self.commandLine().getOut();
        try {
            LogVerification.Verdict verdict = LogVerification.of(asked(log));
            verdict.words().forEach(out::println);
            return verdict.whole() ? Exit.DONE : Exit.ALTERED;
        } catch (Program.Unusable unusable) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(unusable.getMessage()));
        } catch (IOException unreadable) {
            throw new Stop(Exit.CONFIGURATION, "cannot be read: " + unreadable.getMessage());
        }
    }

    private LogVerification.Asked asked(Which log) throws Program.Unusable, IOException, Stop {
        Set<X509Certificate> trusted = trusted();
        Path config = log.config;
        List<Path> files = log.files;
        if (config != null) {
            Program.AuditPlace place = program.audit(config);
            trusted.addAll(program.kioskCertificates(config));
            return LogVerification.Asked.of(place.folder(), checkpoints, Optional.of(place.kiosk()), trusted);
        }
        if (files == null) {
            throw new IllegalStateException("picocli demands one of them");
        }
        if (files.size() == 1 && Files.isDirectory(files.get(0))) {
            return LogVerification.Asked.of(files.get(0), checkpoints, Optional.empty(), trusted);
        }
        return new LogVerification.Asked(files, List.of(), checkpoints, Optional.empty(), trusted);
    }

    private Set<X509Certificate> trusted() throws IOException, Stop {
        Path file = trust;
        try {
            return file == null ? new HashSet<>() : new HashSet<>(PemFiles.certificates(List.of(file)));
        } catch (CertificateException none) {
            throw new Stop(Exit.CONFIGURATION, String.valueOf(none.getMessage()));
        }
    }
}
