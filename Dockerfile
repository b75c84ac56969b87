# docker build -t redmark . && docker run --rm --network none -v "$PWD:/work:ro" redmark check .
FROM python:3.13-slim-trixie AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/redmark \
    && /opt/redmark/bin/pip install --no-cache-dir --disable-pip-version-check '.[documents]'

FROM python:3.13-slim-trixie
COPY --from=build /opt/redmark /opt/redmark
ENV PATH=/opt/redmark/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    REDMARK_CACHE_DIR=/var/cache/redmark
RUN useradd --no-create-home --uid 10001 redmark \
    && install --directory --owner=10001 --mode=700 "$REDMARK_CACHE_DIR"
USER 10001
# The rules are compiled now, so that no run has to; the file system may be read-only then.
RUN redmark rules >/dev/null
WORKDIR /work
ENTRYPOINT ["redmark"]
CMD ["--help"]
