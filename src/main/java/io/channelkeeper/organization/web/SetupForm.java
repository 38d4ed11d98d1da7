package io.channelkeeper.organization.web;

import jakarta.validation.Valid;

/**
 * The organization and its first admin, as typed.
 *
 * @param organization what it says about itself
 * @param admin who runs it
 */
record SetupForm(@Valid OrganizationForm organization, @Valid PersonForm admin) {

}
