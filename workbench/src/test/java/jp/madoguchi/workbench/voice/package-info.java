/** Tests of how the voice is made. */
@NullMarked
package jp.madoguchi.workbench.voice;

import org.jspecify.annotations.NullMarked;
