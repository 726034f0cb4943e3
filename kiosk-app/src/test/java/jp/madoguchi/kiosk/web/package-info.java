@NullMarked
package jp.madoguchi.kiosk.web;

import org.jspecify.annotations.NullMarked;
