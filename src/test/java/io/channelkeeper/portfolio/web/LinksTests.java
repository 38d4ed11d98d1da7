package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Nobody is led to a page that is not there or not for them: every link that can be
 * reached from the portfolio is followed, and none shows a text without its words.
 */
@ApplicationTest
class LinksTests {

	private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"(/[^\"#]*)");

	private static final int AT_MOST = 400;

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@ParameterizedTest
	@EnumSource
	void everyLinkLeadsSomewhere(Role role) throws Exception {
		Viewer admin = this.organizations.make("Atelier");
		Viewer viewer = (role == Role.ADMIN) ? admin : this.organizations.member(admin, role);
		fill(admin);
		List<String> dead = new ArrayList<>();
		Set<String> seen = new HashSet<>(Set.of("/portfolio"));
		Deque<String> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			String path = open.remove();
			MockHttpServletResponse answer = this.mvc
				.perform(get(URI.create(path)).with(this.organizations.signedIn(viewer)))
				.andReturn()
				.getResponse();
			if (answer.getStatus() >= 400) {
				dead.add(answer.getStatus() + " " + path);
			}
			String type = answer.getContentType();
			if (type != null && type.startsWith("text/html")) {
				String page = answer.getContentAsString();
				assertThat(page).as(path).doesNotContainPattern("\\?\\?[a-z][\\w.-]+_(de|en)\\?\\?");
				links(page).stream().filter(seen::add).forEach(open::add);
			}
			assertThat(seen).hasSizeLessThan(AT_MOST);
		}
		assertThat(dead).isEmpty();
		assertThat(seen).hasSizeGreaterThan(20);
	}

	private void fill(Viewer admin) {
		UUID ana = this.rows.creator(admin, "Ana", "Food");
		this.rows.connect(admin, this.rows.channel(admin, ana, "instagram", "ana"), Duration.ofDays(5));
		this.rows.ineligible(this.rows.channel(admin, ana, "tiktok", "ana"), "PRIVATE");
		UUID channel = this.rows.channel(admin, ana, "youtube", "ana");
		this.rows.invite(admin, ana, channel, "OPENED", "NO_PAGE");
	}

	private static List<String> links(String page) {
		List<String> links = new ArrayList<>();
		Matcher matcher = LINK.matcher(page);
		while (matcher.find()) {
			links.add(matcher.group(1).replace("&amp;", "&"));
		}
		return links;
	}

}
