@NullMarked
package jp.madoguchi.kiosk.command;

import org.jspecify.annotations.NullMarked;
