/**
 * Ball arithmetic: a midpoint of many binary digits and a radius that holds every rounding, with the functions of the table over it.
 */
package tridiff.reference.ball;
