package io.channelkeeper.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Fetches the bytes of a picture from servers that are taken to be hostile: allowed hosts
 * only, every redirect checked like a first URL, one deadline over everything, a limit
 * while reading.
 */
class PictureFetcher {

	private static final int REDIRECTS = 3;

	private static final HttpClientSettings SETTINGS = HttpClientSettings.defaults()
		.withRedirects(HttpRedirects.DONT_FOLLOW)
		.withCookieHandling(HttpCookieHandling.DISABLE)
		.withTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10));

	private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

	private final ClientHttpRequestFactory publicOnly;

	private final ClientHttpRequestFactory anywhere;

	private final long limit;

	private final Duration deadline;

	/**
	 * Creates a fetcher.
	 * @param limit the most bytes that a picture may have
	 * @param deadline how long everything together may take
	 * @param connections how many pictures are fetched at once; more wait, which counts
	 */
	PictureFetcher(long limit, Duration deadline, int connections) {
		this(limit, deadline, connections, SystemDefaultDnsResolver.INSTANCE, InetAddressFilter.externalAddresses());
	}

	/**
	 * Creates a fetcher that looks names up in its own way.
	 * @param names asked once for each connection, so that what was checked is connected
	 * to
	 * @param open which addresses hosts may have whose origin no setting names
	 */
	PictureFetcher(long limit, Duration deadline, int connections, DnsResolver names, InetAddressFilter open) {
		this.limit = limit;
		this.deadline = deadline;
		HttpComponentsClientHttpRequestFactoryBuilder builder = ClientHttpRequestFactoryBuilder.httpComponents()
			.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries)
			.withConnectionManagerCustomizer(
					(pool) -> pool.setMaxConnTotal(connections).setMaxConnPerRoute(connections));
		this.anywhere = builder.build(SETTINGS);
		this.publicOnly = builder.withDnsResolver(names).build(SETTINGS.withInetAddressFilter(open));
	}

	/**
	 * The bytes behind a URL.
	 * @throws PictureMissingException if there are none to be had
	 */
	byte[] fetch(URI address, AllowedHosts hosts) {
		return Objects.requireNonNull(fetch(address, hosts, null).content());
	}

	/**
	 * The same with If-None-Match.
	 * @param known ETag of what is kept, or null
	 * @return content null where the server answers 304
	 * @throws PictureMissingException if there are none to be had
	 */
	FetchedPicture fetch(URI address, AllowedHosts hosts, @Nullable EntityTag known) {
		FutureTask<FetchedPicture> task = new FutureTask<>(() -> follow(address, hosts, known));
		// The interruption closes the socket, which only virtual threads do.
		Thread.ofVirtual().name("picture-fetch").start(task);
		try {
			return task.get(this.deadline.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new PictureMissingException(MissingReason.UNREACHABLE, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new PictureMissingException(MissingReason.UNREACHABLE, ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof PictureMissingException missing) ? missing
					: new PictureMissingException(reason(ex), ex);
		}
		finally {
			task.cancel(true);
		}
	}

	private static MissingReason reason(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FilteredHostException || cause instanceof IllegalArgumentException) {
				return MissingReason.NOT_ALLOWED;
			}
		}
		return MissingReason.UNREACHABLE;
	}

	private FetchedPicture follow(URI first, AllowedHosts hosts, @Nullable EntityTag known) throws IOException {
		URI address = first;
		for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
			EntityTag asked = (known != null && known.isOf(address)) ? known : null;
			ClientHttpRequest request = request(address, hosts);
			if (asked != null) {
				request.getHeaders().setIfNoneMatch(asked.value());
			}
			try (ClientHttpResponse response = request.execute()) {
				HttpStatusCode status = response.getStatusCode();
				if (asked != null && status.value() == HttpStatus.NOT_MODIFIED.value()) {
					return new FetchedPicture(null, asked);
				}
				URI location = MOVED.contains(status.value()) ? response.getHeaders().getLocation() : null;
				if (location == null) {
					return new FetchedPicture(body(response), EntityTag.of(response.getHeaders().getETag(), address));
				}
				address = address.resolve(location);
			}
		}
		throw new PictureMissingException(MissingReason.NOT_ALLOWED);
	}

	private ClientHttpRequest request(URI address, AllowedHosts hosts) throws IOException {
		ClientHttpRequest request = switch (hosts.access(address)) {
			case NONE -> throw new PictureMissingException(MissingReason.NOT_ALLOWED);
			case PUBLIC_ADDRESSES -> this.publicOnly.createRequest(address, HttpMethod.GET);
			case EXACT_ORIGIN -> this.anywhere.createRequest(address, HttpMethod.GET);
		};
		request.getHeaders().set(HttpHeaders.ACCEPT, "image/webp,image/png,image/jpeg,image/gif");
		request.getHeaders().set(HttpHeaders.USER_AGENT, "Channelkeeper");
		return request;
	}

	private byte[] body(ClientHttpResponse response) throws IOException {
		HttpStatusCode status = response.getStatusCode();
		if (status.is5xxServerError() || status.value() == 429) {
			throw new PictureMissingException(MissingReason.UNREACHABLE);
		}
		if (status.value() != 200) {
			throw new PictureMissingException(MissingReason.GONE);
		}
		if (response.getHeaders().getContentLength() > this.limit) {
			throw tooLarge();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] chunk = new byte[16 * 1024];
		InputStream in = response.getBody();
		for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
			bytes.write(chunk, 0, read);
			if (bytes.size() > this.limit) {
				throw tooLarge();
			}
		}
		return bytes.toByteArray();
	}

	/** The rest is not read to the end, as would be done otherwise to keep the socket. */
	private static PictureMissingException tooLarge() {
		Thread.currentThread().interrupt();
		return new PictureMissingException(MissingReason.TOO_LARGE);
	}

}
