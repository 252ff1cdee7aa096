/**
 * The database: its roles, its rights and its schema, brought up to date before anything else
 * starts. Migrations that have shipped never change; data of a newer version is left alone.
 */
@NullMarked
package io.keyledger.database;

import org.jspecify.annotations.NullMarked;
