package jp.madoguchi.devices.print;

/** In which form the operator wants pages sent. */
public enum DocumentFormat {
    /** PDF, drawn by the printer; raster where a printer takes no PDF. */
    PDF("application/pdf"),
    /** Dots, drawn here at the printer's resolution, so that it prints them as they are; a printer without is unsuitable. */
    RASTER("image/pwg-raster");

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As IPP's document-format names it. */
    public String mediaType() {
        return mediaType;
    }
}
