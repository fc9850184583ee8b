/**
 * Results as JSON, and back.
 */
package tridiff.compare.json;
