/** The program on the terminal: its configuration, its composition root, its command line. */
@NullMarked
package jp.madoguchi.kiosk;

import org.jspecify.annotations.NullMarked;
