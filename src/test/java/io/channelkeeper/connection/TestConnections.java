package io.channelkeeper.connection;

import java.net.URI;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import practice.PracticeBrowser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Connections for tests of other features, made and found broken at practice Facebook.
 */
@Component
public class TestConnections {

	private static final ProviderId FACEBOOK = new ProviderId("facebook");

	private final ObjectProvider<MockMvc> mvc;

	private final MemberSignInService signIns;

	private final ConnectionService connections;

	private final LoginRounds rounds;

	private final JdbcClient jdbc;

	TestConnections(ObjectProvider<MockMvc> mvc, MemberSignInService signIns, ConnectionService connections,
			LoginRounds rounds, JdbcClient jdbc) {
		this.mvc = mvc;
		this.signIns = signIns;
		this.connections = connections;
		this.rounds = rounds;
		this.jdbc = jdbc;
	}

	/**
	 * A member signs in as somebody and connects a channel, without a browser of ours.
	 */
	public void signIn(Viewer member, UUID channel, String person) throws Exception {
		Departure departure = leave(member, channel);
		URI back = new PracticeBrowser().consent(departure.address().toString(), person);
		this.mvc.getObject()
			.perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery()))
				.cookie(new Cookie(departure.cookie().getName(), departure.cookie().getValue())));
		assertThat(state(member, channel)).isEqualTo(ConnectionState.CONNECTED);
	}

	/** Not by a form: the token for it would change how all later tests are protected. */
	private Departure leave(Viewer member, UUID channel) {
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
		try {
			return Tenancy.within(member.organizationId(),
					() -> this.signIns.leave(member, channel, FACEBOOK, "/portfolio", SignInManner.PLAIN));
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
	}

	/** Looks at the logins of an organization until a channel is known to be broken. */
	public void probe(Viewer member, UUID channel) throws InterruptedException {
		for (int time = 0; time < 50 && !state(member, channel).isInterrupted(); time++) {
			this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
				.param(member.organizationId())
				.update();
			this.rounds.verify(FACEBOOK);
		}
		assertThat(state(member, channel)).matches(ConnectionState::isInterrupted);
	}

	private ConnectionState state(Viewer member, UUID channel) {
		return Tenancy.within(member.organizationId(), () -> this.connections.standing(channel)).state();
	}

}
