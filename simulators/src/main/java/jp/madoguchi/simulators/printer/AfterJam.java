package jp.madoguchi.simulators.printer;

/** What a printer does with the interrupted job once the jammed sheet is pulled out; models differ. */
public enum AfterJam {
    /** Prints the lost side again on a fresh sheet and goes on. */
    RESUME,
    /** Gives the job up. */
    ABORT
}
