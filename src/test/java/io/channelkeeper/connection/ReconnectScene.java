package io.channelkeeper.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import practice.PracticeBrowser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Members at the pages of reconnecting, and what life does at practice Facebook.
 */
abstract class ReconnectScene extends SignInScene {

	static final ProviderId FACEBOOK = new ProviderId("facebook");

	private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");

	@Autowired
	LoginRounds rounds;

	@BeforeEach
	void leaveTheClockOut() {
		this.jdbc.sql("delete from scheduled_tasks where task_name = 'logins'").update();
	}

	UUID page(UUID creator, String handle) {
		return this.testChannels.add(this.viewer, creator, TestChannels.address("facebook", handle));
	}

	/** A member connects a channel without looking at any page. */
	void signIn(Viewer member, UUID channel, String person) throws Exception {
		MvcResult end = end(member, come(member, channel, person, Map.of("from", "/portfolio")));
		assertThat(end.getResponse().getStatus()).isIn(200, 303);
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	/** Leaves, consents, and comes back; answers where that leads. */
	String come(Viewer member, UUID channel, String person, Map<String, String> form) throws Exception {
		return back(leave(member, channel, form), person);
	}

	Away leave(Viewer member, UUID channel, Map<String, String> form) throws Exception {
		return leave(member, channel, FACEBOOK, form);
	}

	Away leave(Viewer member, UUID channel, ProviderId provider, Map<String, String> form) throws Exception {
		MockHttpServletRequestBuilder request = post("/channels/{id}/connect", channel)
			.param("provider", provider.value())
			.with(csrf());
		form.forEach(request::param);
		MockHttpServletResponse page = perform(member, request).getResponse();
		Matcher refresh = REFRESH.matcher(page.getContentAsString());
		assertThat(refresh.find()).as(page.getStatus() + " " + page.getContentAsString()).isTrue();
		return new Away(HtmlUtils.htmlUnescape(refresh.group(1)), Objects.requireNonNull(page.getCookie("sign-in")));
	}

	String back(Away away, String person) throws Exception {
		return answer(away, new PracticeBrowser().consent(away.address(), person));
	}

	/** The callback itself, which knows no member. */
	String answer(Away away, URI address) throws Exception {
		return String.valueOf(this.mvc
			.perform(get(URI.create(address.getRawPath() + "?" + address.getRawQuery())).cookie(away.cookie()))
			.andReturn()
			.getResponse()
			.getHeader("Location"));
	}

	MvcResult end(Viewer member, String path) throws Exception {
		return perform(member, get(URI.create(path)));
	}

	String read(Viewer member, String path) throws Exception {
		MockHttpServletResponse page = perform(member, get(URI.create(path))).getResponse();
		assertThat(page.getStatus()).as(path).isEqualTo(200);
		return HtmlUtils.htmlUnescape(page.getContentAsString().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "));
	}

	MvcResult perform(Viewer member, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.organizations.signedIn(member))).andReturn();
	}

	/** What is read above the next page, in one text. */
	static String told(MvcResult end) {
		List<String> checks = ((List<?>) end.getFlashMap().getOrDefault("checks", List.of())).stream()
			.map(String::valueOf)
			.toList();
		return end.getFlashMap().get("message") + " " + checks;
	}

	/** Every login is looked at, twice where it is refused. */
	void probe() throws InterruptedException {
		for (int time = 0; time < 2; time++) {
			this.jdbc.sql("update social_login set verify_at = connected_at where organization_id = ?")
				.param(this.viewer.organizationId())
				.update();
			this.rounds.verify(FACEBOOK);
		}
	}

	UUID loginOf(UUID channel) {
		return Objects.requireNonNull(standing(channel).loginId());
	}

	void lookAfter(UUID creator, @Nullable UUID member) {
		this.jdbc.sql("update creator set looked_after_by = :member where id = :creator")
			.param("member", member)
			.param("creator", creator)
			.update();
	}

	void letMarketersConnect(boolean may) {
		this.jdbc.sql("update organization set marketers_may_connect = :may where id = :id")
			.param("may", may)
			.param("id", this.viewer.organizationId())
			.update();
	}

	/**
	 * Somebody who is at the network.
	 *
	 * @param address the network's page
	 * @param cookie the cookie of ours that the browser holds
	 */
	record Away(String address, Cookie cookie) {
	}

}
