package io.channelkeeper.organization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.organization.DeadLinkException.Reason;
import io.channelkeeper.support.SecretToken;

/**
 * Founds organizations, each with its first admin, in one transaction that is bound to
 * the new organization.
 */
@Component
class OrganizationFounding {

	private static final long ONE_AT_A_TIME = 7240118;

	private final JdbcClient jdbc;

	private final AccessLinks links;

	private final OrganizationService organizations;

	private final PersonService people;

	private final MemberService members;

	private final Viewers viewers;

	OrganizationFounding(JdbcClient jdbc, AccessLinks links, OrganizationService organizations, PersonService people,
			MemberService members, Viewers viewers) {
		this.jdbc = jdbc;
		this.links = links;
		this.organizations = organizations;
		this.people = people;
		this.members = members;
		this.viewers = viewers;
	}

	/** The very first one; of two at once the second finds the link dead. */
	@Transactional
	Viewer first(SecretToken token, UUID id, NewOrganization facts, @Nullable Logo logo, NewPerson admin) {
		this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", ONE_AT_A_TIME).query((row) -> {
		});
		this.links.use(this.links.open(Kind.SETUP, token));
		if (this.organizations.count() > 0) {
			throw new DeadLinkException(Reason.USED);
		}
		this.organizations.create(id, facts, logo);
		UUID person = this.people.create(admin);
		this.people.runInstallation(person);
		return admin(id, person);
	}

	/** A further one, whose first admin is somebody who signs in already. */
	@Transactional
	Viewer further(UUID id, NewOrganization facts, UUID person) {
		this.organizations.create(id, facts, null);
		return admin(id, person);
	}

	private Viewer admin(UUID organization, UUID person) {
		this.members.enrol(person, Role.ADMIN);
		return this.viewers.of(person, organization);
	}

}
