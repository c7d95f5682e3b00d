/** What binds may reach: rules as values, that look at values and do nothing. */
package org.bindhost.core.policy;
