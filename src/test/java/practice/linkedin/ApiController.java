package practice.linkedin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API of practice LinkedIn: members, roles, pages, followers, images.
 */
@RestController
@RequestMapping("/linkedin/api")
class ApiController {

	private static final String PAGES = "rw_organization_admin";

	private final World world;

	private final ApiGate gate;

	private final Shapes shapes;

	ApiController(World world, ApiGate gate, Shapes shapes) {
		this.world = world;
		this.gate = gate;
		this.shapes = shapes;
	}

	@GetMapping("/v2/me")
	Map<String, Object> me(HttpServletRequest request, @RequestParam(defaultValue = "") String projection) {
		Token token = this.gate.enter(request, "r_basicprofile");
		return this.shapes.me(token.member, projection.contains("displayImage~"), base(request));
	}

	@GetMapping("/v2/userinfo")
	Map<String, Object> userInfo(HttpServletRequest request) {
		Token token = this.gate.enter(request, "profile");
		return this.shapes.userInfo(token.member, token.scopes.contains("email"), base(request));
	}

	@GetMapping(path = "/rest/organizationAcls", params = "q=roleAssignee")
	Map<String, Object> roles(HttpServletRequest request, @RequestParam(required = false) @Nullable String role,
			@RequestParam(required = false) @Nullable String state, @RequestParam(defaultValue = "0") int start,
			@RequestParam(defaultValue = "10") int count) {
		Member member = this.gate.enterVersion(request, PAGES).member;
		List<Map<String, Object>> all = this.world.pages()
			.stream()
			.filter((page) -> page.roles.containsKey(member.id))
			.map((page) -> Shapes.role(page, member))
			.filter((line) -> role == null || role.equals(line.get("role")))
			.filter((line) -> state == null || state.equals(line.get("state")))
			.toList();
		int size = Math.clamp(count, 1, 100);
		int end = Math.min(all.size(), start + size);
		Map<String, Object> paging = new LinkedHashMap<>();
		paging.put("start", start);
		paging.put("count", size);
		paging
			.put("links",
					(end < all.size())
							? List.of(Map.of("type", "application/json", "rel", "next", "href",
									"/rest/organizationAcls?q=roleAssignee&start=" + end + "&count=" + size))
							: List.of());
		return answer(all.subList(Math.min(start, end), end), paging);
	}

	@GetMapping("/rest/organizations/{id}")
	Map<String, Object> organization(HttpServletRequest request, @PathVariable String id) {
		Token token = this.gate.enterVersion(request, PAGES);
		Page page = found(this.world.findPage(id).orElse(null));
		Page.Role role = page.roles.get(token.member.id);
		if (role == null || !role.isApproved()) {
			throw Refusal.denied("GET /organizations/" + id);
		}
		return this.shapes.page(page);
	}

	@GetMapping(path = "/rest/organizations", params = "q=vanityName")
	Map<String, Object> organizations(HttpServletRequest request, @RequestParam String vanityName) {
		this.gate.enterVersion(request, PAGES);
		return answer(this.world.pages()
			.stream()
			.filter((page) -> page.vanityName.equalsIgnoreCase(vanityName))
			.map(this.shapes::page)
			.toList(), Map.of("start", 0, "count", 10, "links", List.of()));
	}

	@GetMapping("/rest/networkSizes/{urn}")
	Map<String, Object> networkSize(HttpServletRequest request, @PathVariable String urn,
			@RequestParam String edgeType) {
		this.gate.enterVersion(request, PAGES);
		if (!edgeType.equals("COMPANY_FOLLOWED_BY_MEMBER")) {
			throw new Refusal(400, null, "ILLEGAL_ARGUMENT", "Unknown edge type " + edgeType);
		}
		Page page = this.world.pages().stream().filter((one) -> one.urn().equals(urn)).findFirst().orElse(null);
		return Map.of("firstDegreeSize", found(page).followers);
	}

	@GetMapping("/rest/images/{urn}")
	Map<String, Object> image(HttpServletRequest request, @PathVariable String urn) {
		this.gate.enterVersion(request, PAGES);
		Page page = this.world.pages()
			.stream()
			.filter((one) -> urn.equals("urn:li:image:" + Shapes.logo(one)))
			.findFirst()
			.orElse(null);
		return this.shapes.image(found(page), base(request));
	}

	private static Page found(@Nullable Page page) {
		if (page == null) {
			throw new Refusal(404, null, "NOT_FOUND", "Could not find entity");
		}
		return page;
	}

	private static Map<String, Object> answer(List<Map<String, Object>> elements, Map<String, Object> paging) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("elements", elements);
		answer.put("paging", paging);
		return answer;
	}

	private static String base(HttpServletRequest request) {
		return request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
	}

}
