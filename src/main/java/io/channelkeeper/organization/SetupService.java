package io.channelkeeper.organization;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.organization.DeadLinkException.Reason;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * The first organization and the first admin. Possible only while there is none.
 */
@Service
public class SetupService {

	private static final Duration LIFE = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final AccessLinks links;

	private final OrganizationFounding founding;

	private final BaseUrl baseUrl;

	SetupService(JdbcClient jdbc, AccessLinks links, OrganizationFounding founding, BaseUrl baseUrl) {
		this.jdbc = jdbc;
		this.links = links;
		this.founding = founding;
		this.baseUrl = baseUrl;
	}

	/** Whether nobody has set up anything yet. */
	@Transactional(readOnly = true)
	public boolean isDue() {
		return !this.jdbc.sql("select exists (select from organization)").query(Boolean.class).single();
	}

	/** A new link, as it is to be printed; earlier ones stay good. */
	@Transactional
	public String newLink() {
		return this.baseUrl.of("/setup/" + this.links.forSetup(LIFE).value()).toString();
	}

	/**
	 * Stops here unless the link is good.
	 * @throws DeadLinkException if it leads nowhere (any more)
	 */
	@Transactional(readOnly = true)
	public void check(SecretToken token) {
		this.links.open(Kind.SETUP, token);
		if (!isDue()) {
			throw new DeadLinkException(Reason.USED);
		}
	}

	/**
	 * Creates the first organization and its admin, who also runs the installation.
	 * @return the admin
	 */
	public Viewer perform(SecretToken token, NewOrganization facts, @Nullable Logo logo, NewPerson admin) {
		UUID organization = Ids.next();
		return Tenancy.within(organization, () -> this.founding.first(token, organization, facts, logo, admin));
	}

	/**
	 * Creates a further organization, run by the operator who asks for it.
	 * @return the operator as its admin
	 */
	public Viewer add(Viewer operator, NewOrganization facts) {
		OrganizationService.requireOperator(operator);
		UUID organization = Ids.next();
		return Tenancy.within(organization, () -> this.founding.further(organization, facts, operator.personId()));
	}

}
