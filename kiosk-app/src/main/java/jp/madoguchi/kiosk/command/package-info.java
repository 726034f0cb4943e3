/** The command line: one class for each command, errors in one line, exit codes as docs/command-line.md lists them. */
@NullMarked
package jp.madoguchi.kiosk.command;

import org.jspecify.annotations.NullMarked;
