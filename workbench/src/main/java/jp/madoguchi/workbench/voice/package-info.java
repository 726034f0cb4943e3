/** The voice made: recordings from a synthesiser, and a screen heard instead of seen. */
@NullMarked
package jp.madoguchi.workbench.voice;

import org.jspecify.annotations.NullMarked;
