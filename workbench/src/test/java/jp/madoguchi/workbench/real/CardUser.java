package jp.madoguchi.workbench.real;

/** A program that reads the certificate of the card on the desk and lets it sign. */
interface CardUser extends AutoCloseable {
    /** How it is called in the table. */
    String name();

    /**
     * Once from a powered card to its certificate and a signature, which is checked.
     *
     * @return nanoseconds
     */
    long use() throws Exception;

    @Override
    void close();
}
