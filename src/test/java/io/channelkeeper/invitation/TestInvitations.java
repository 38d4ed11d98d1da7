package io.channelkeeper.invitation;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

/**
 * Invitations for tests, made by the real services.
 */
@Component
public class TestInvitations {

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	private final InvitationService invitations;

	private final InvitationList list;

	private final JdbcClient jdbc;

	TestInvitations(InvitationService invitations, InvitationList list, JdbcClient jdbc) {
		this.invitations = invitations;
		this.list = list;
		this.jdbc = jdbc;
	}

	/** An invitation in German that nobody was told of yet. */
	public UUID make(Viewer viewer, UUID creator, UUID... channels) {
		return make(viewer, creator, null, channels);
	}

	/** The same with the sender's own words. */
	public UUID make(Viewer viewer, UUID creator, @Nullable String message, UUID... channels) {
		List<InvitedWay> ways = Arrays.stream(channels).map((channel) -> new InvitedWay(channel, FACEBOOK)).toList();
		return Tenancy.within(viewer.organizationId(), () -> this.invitations.create(viewer,
				new NewInvitation(creator, ways, new EmailAddress("ana@kocht.example"), Locale.GERMAN, message, null)));
	}

	/** The path of one more live link. */
	public String link(Viewer viewer, UUID invitation) {
		URI address = Tenancy
			.within(viewer.organizationId(), () -> this.invitations.link(viewer, invitation, LinkVia.COPY))
			.address();
		return address.getPath();
	}

	public void send(Viewer viewer, UUID invitation) {
		Tenancy.within(viewer.organizationId(), () -> this.invitations.send(viewer, invitation));
	}

	public void cancel(Viewer viewer, UUID invitation) {
		Tenancy.within(viewer.organizationId(), () -> this.invitations.cancel(viewer, invitation));
	}

	/** How it stands. */
	public InvitationRow row(Viewer viewer, UUID invitation) {
		return Tenancy.within(viewer.organizationId(), () -> this.list.get(invitation));
	}

	/** Lets days pass for one invitation. */
	public void age(UUID invitation, int days) {
		for (String column : List.of("created_at", "valid_until", "mailed_at")) {
			this.jdbc
				.sql("update invitation set " + column + " = " + column
						+ " - make_interval(days => :days) where id = :id")
				.param("days", days)
				.param("id", invitation)
				.update();
		}
	}

}
