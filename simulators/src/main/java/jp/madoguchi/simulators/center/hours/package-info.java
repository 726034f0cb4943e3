/** When offices issue certificates: hours, holidays, the year's end and stops, all in Japan's time. */
@NullMarked
package jp.madoguchi.simulators.center.hours;

import org.jspecify.annotations.NullMarked;
