@NullMarked
package jp.madoguchi.kiosk.audit;

import org.jspecify.annotations.NullMarked;
