package jp.madoguchi.simulators.console;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port from a command line; 0 stands for a free one. */
public final class PortNumber implements ITypeConverter<Integer> {
    private static final int MOST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("a port is a number from 0 to " + MOST);
        }
        return Integer.valueOf(text);
    }
}
