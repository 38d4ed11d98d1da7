package io.channelkeeper.connection;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import practice.PracticeBrowser;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Connections for tests of other features, made and found broken at practice Facebook.
 */
@Component
public class TestConnections {

	private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");

	private final ObjectProvider<MockMvc> mvc;

	private final TestOrganizations organizations;

	private final ConnectionService connections;

	private final LoginRounds rounds;

	private final JdbcClient jdbc;

	TestConnections(ObjectProvider<MockMvc> mvc, TestOrganizations organizations, ConnectionService connections,
			LoginRounds rounds, JdbcClient jdbc) {
		this.mvc = mvc;
		this.organizations = organizations;
		this.connections = connections;
		this.rounds = rounds;
		this.jdbc = jdbc;
	}

	/** A member signs in as somebody and connects a channel, by requests alone. */
	public void signIn(Viewer member, UUID channel, String person) throws Exception {
		MockHttpServletResponse page = perform(post("/channels/{id}/connect", channel).param("provider", "facebook")
			.with(csrf())
			.with(this.organizations.signedIn(member)));
		Matcher refresh = REFRESH.matcher(page.getContentAsString());
		assertThat(refresh.find()).as(page.getContentAsString()).isTrue();
		Cookie cookie = Objects.requireNonNull(page.getCookie("sign-in"));
		URI back = new PracticeBrowser().consent(HtmlUtils.htmlUnescape(refresh.group(1)), person);
		perform(get(URI.create(back.getRawPath() + "?" + back.getRawQuery())).cookie(cookie));
		assertThat(state(member, channel)).isEqualTo(ConnectionState.CONNECTED);
	}

	/** Looks at the logins of an organization until a channel is known to be broken. */
	public void probe(Viewer member, UUID channel) throws InterruptedException {
		for (int time = 0; time < 50 && !state(member, channel).isInterrupted(); time++) {
			this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
				.param(member.organizationId())
				.update();
			this.rounds.verify(new ProviderId("facebook"));
		}
		assertThat(state(member, channel)).matches(ConnectionState::isInterrupted);
	}

	private ConnectionState state(Viewer member, UUID channel) {
		return Tenancy.within(member.organizationId(), () -> this.connections.standing(channel)).state();
	}

	private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.getObject().perform(request).andReturn().getResponse();
	}

}
