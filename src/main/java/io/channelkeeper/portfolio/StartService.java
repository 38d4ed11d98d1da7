package io.channelkeeper.portfolio;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;

/**
 * Looks how far a new organization has come.
 */
@Service
public class StartService {

	private final OrganizationService organizations;

	private final MemberService members;

	private final Networks networks;

	StartService(OrganizationService organizations, MemberService members, Networks networks) {
		this.organizations = organizations;
		this.members = members;
		this.networks = networks;
	}

	@Transactional(readOnly = true)
	public GettingStarted started(Viewer viewer, PortfolioCounts counts) {
		boolean administers = viewer.may(Action.ADMINISTER);
		List<String> admins = administers ? List.of() : this.members.admins().stream().map(Member::name).toList();
		return new GettingStarted(this.organizations.testMailSent(), !this.networks.offered().isEmpty(),
				counts.creators() > 0, counts.invitations() > 0, administers, admins);
	}

}
