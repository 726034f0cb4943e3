/** The screens themselves, all of them: shown, measured, photographed, mistreated, timed. */
@NullMarked
package jp.madoguchi.workbench.screens;

import org.jspecify.annotations.NullMarked;
