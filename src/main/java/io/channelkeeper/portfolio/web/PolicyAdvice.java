package io.channelkeeper.portfolio.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.organization.Organization;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.web.LazyVariable;

/**
 * Lets pages about creators say whose privacy statement holds (P-10). Only those ask for
 * it that show a reason which has to do with it.
 */
@ControllerAdvice(assignableTypes = CreatorPageController.class)
class PolicyAdvice {

	private final OrganizationService organizations;

	PolicyAdvice(OrganizationService organizations) {
		this.organizations = organizations;
	}

	@ModelAttribute("organization")
	LazyVariable<Organization> organization(Viewer viewer) {
		return new LazyVariable<>(() -> this.organizations.get(viewer.organizationId()));
	}

}
