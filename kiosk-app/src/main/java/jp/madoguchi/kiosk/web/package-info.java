/**
 * The resident's screen: Jetty handlers on the loopback address, screens from templates, one stream that tells the page
 * when to look again. The only package that knows Jetty or Thymeleaf. Depends on the shared terms, the flow's values and
 * the visit.
 */
@NullMarked
package jp.madoguchi.kiosk.web;

import org.jspecify.annotations.NullMarked;
