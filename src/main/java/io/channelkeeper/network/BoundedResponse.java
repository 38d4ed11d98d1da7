package io.channelkeeper.network;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer of which no more than so many bytes are read, whatever it calls itself.
 */
class BoundedResponse implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final long limit;

	private final HttpHeaders headers = new HttpHeaders();

	BoundedResponse(ClientHttpResponse response, long limit) {
		this.response = response;
		this.limit = limit;
		this.headers.putAll(response.getHeaders());
		// What it is, its content says; a type that is none would stop the reading.
		this.headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.headers;
	}

	@Override
	public InputStream getBody() throws IOException {
		return new BoundedStream(this.response.getBody(), this.limit);
	}

	@Override
	public void close() {
		this.response.close();
	}

	/** Fails once more than the limit was read. */
	private static final class BoundedStream extends FilterInputStream {

		private long left;

		private BoundedStream(InputStream in, long limit) {
			super(in);
			this.left = limit;
		}

		@Override
		public int read() throws IOException {
			int value = super.read();
			count((value >= 0) ? 1 : 0);
			return value;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int read = super.read(buffer, offset, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int read) throws IOException {
			this.left -= read;
			if (this.left < 0) {
				// Nobody reads the rest, not even to keep the connection.
				close();
				throw new IOException("The answer is too large");
			}
		}

	}

}
