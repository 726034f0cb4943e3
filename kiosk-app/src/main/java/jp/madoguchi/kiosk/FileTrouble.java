package jp.madoguchi.kiosk;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, for a technician: the JDK's own message is often the bare path, or none. */
final class FileTrouble {
    private FileTrouble() {}

    /** One line that names the file, wherever the exception knows it. */
    static String words(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": this user may not use it";
        }
        if (failure instanceof FileSystemException other && other.getReason() == null) {
            return other.getFile() + ": cannot be used (" + other.getClass().getSimpleName() + ")";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
