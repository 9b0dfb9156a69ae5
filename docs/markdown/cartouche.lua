-- Draws fenced blocks of pandoc documents with Cartouche:
--
--   ```{.cartouche chart=line data=trade.csv x=year y=total}
--   title = Trade has all but ended
--   ```
--
-- Options are attributes, or lines "option = value" as in a manifest of `cartouche batch`: the long
-- flags without their dashes, lines when they repeat. `chart` and `data` say what to draw; `caption` is
-- the document's own. `cartouche:` in the metadata holds options for all blocks. A figure that cannot be
-- drawn ends the build with the program's message.
--
-- HTML gets SVG, LaTeX gets PDF, all others get PNG. Files are named by the figure's own hash, which
-- covers the options and the bytes of all that is read: what did not change is not drawn again.
-- The program is `cartouche`, or what the environment variable CARTOUCHE names.

local program = os.getenv('CARTOUCHE') or 'cartouche'
local folder = 'cartouche-figures'
local own = { chart = true, data = true, caption = true }
local defaults = {}

local function target_format()
  if FORMAT:match('html') or FORMAT:match('epub') or FORMAT:match('revealjs') then
    return 'svg'
  elseif FORMAT:match('latex') or FORMAT:match('beamer') or FORMAT:match('context') then
    return 'pdf'
  end
  return 'png'
end

local function fail(block, message)
  local name = block.identifier ~= '' and '#' .. block.identifier or block.text:match('[^\n]*')
  error('cartouche.lua: block "' .. name .. '": ' .. message, 0)
end

-- Appends an option; `chart`, `data` and `caption` are kept apart and may be given once.
local function take(block, figure, name, value)
  if not own[name] then
    table.insert(figure.options, { name, value })
  elseif figure[name] then
    fail(block, name .. ' was given twice')
  else
    figure[name] = value
  end
end

local function read_block(block)
  local figure = { options = {} }
  for name, value in pairs(block.attributes) do
    take(block, figure, name, value)
  end
  -- The order of attributes is not kept by every version of pandoc, so it must not matter.
  table.sort(figure.options, function(a, b) return a[1] < b[1] end)
  for line in (block.text .. '\n'):gmatch('(.-)\n') do
    local name, value = line:match('^%s*([%w-]+)%s*=%s*(.-)%s*$')
    if name then
      take(block, figure, name, value)
    elseif line:match('%S') and not line:match('^%s*[#;]') then
      fail(block, 'the line "' .. line .. '" is no "option = value"')
    end
  end
  if not figure.chart then fail(block, 'it names no chart (chart=line)') end
  if not figure.data then fail(block, 'it names no data (data=FILE.csv)') end
  return figure
end

-- Options of the document come first and give way to those of the block.
local function arguments_of(figure)
  local arguments, given = { figure.chart, figure.data }, {}
  for _, option in ipairs(figure.options) do given[option[1]] = true end
  for _, option in ipairs(defaults) do
    if not given[option[1]] then
      table.insert(arguments, '--' .. option[1] .. '=' .. option[2])
    end
  end
  for _, option in ipairs(figure.options) do
    table.insert(arguments, '--' .. option[1] .. '=' .. option[2])
  end
  return arguments
end

-- What the program says on standard error is seen in the build as it is.
local function run(block, arguments, more)
  local all = {}
  for _, argument in ipairs(arguments) do table.insert(all, argument) end
  for _, argument in ipairs(more) do table.insert(all, argument) end
  local done, result = pcall(pandoc.pipe, program, all, '')
  if not done then
    local status = type(result) == 'table' and result.error_code
    fail(block, status and status ~= 127 and 'the figure was not drawn; see the message above'
      or 'the program "' .. program .. '" was not found; install Cartouche or set CARTOUCHE')
  end
  return result
end

local function exists(path)
  local file = io.open(path, 'rb')
  if file then file:close() end
  return file ~= nil
end

local function unescape(text)
  text = text:gsub('&#(%d+);', function(code) return utf8.char(tonumber(code)) end)
  return (text:gsub('&lt;', '<'):gsub('&gt;', '>'):gsub('&quot;', '"'):gsub('&amp;', '&'))
end

-- The file of the figure, and its description for those who cannot see it.
local function draw(block, figure)
  local arguments = arguments_of(figure)
  local svg = run(block, arguments, { '--format=svg', '-o', '-' })
  local hash = svg:match('data%-hash="(%x+)"')
  if not hash then fail(block, 'metadata=off leaves the figure without a name') end
  local path = folder .. '/' .. hash:sub(1, 16) .. '.' .. target_format()
  if not exists(path) then run(block, arguments, { '-o', path, '--mkdir' }) end
  return path, unescape(svg:match('<desc>(.-)</desc>') or svg:match('<title>(.-)</title>') or '')
end

local function CodeBlock(block)
  if not block.classes:includes('cartouche') then return nil end
  local figure = read_block(block)
  local path, description = draw(block, figure)
  local attributes = pandoc.Attr(block.identifier)
  local image = pandoc.Image({ pandoc.Str(description) }, path, '', attributes)
  if not figure.caption then return pandoc.Para { image } end
  local caption = pandoc.utils.blocks_to_inlines(pandoc.read(figure.caption, 'markdown').blocks)
  if target_format() == 'png' then
    -- In these formats a caption would take the place of the alternative text.
    return { pandoc.Para { image },
      pandoc.Div(pandoc.Para(caption), pandoc.Attr('', {}, { ['custom-style'] = 'Image Caption' })) }
  end
  attributes.attributes.alt = description
  return pandoc.Para { pandoc.Image(caption, path, 'fig:', attributes) }
end

local function Meta(meta)
  for name, value in pairs(meta.cartouche or {}) do
    table.insert(defaults, { name, pandoc.utils.stringify(value) })
  end
  table.sort(defaults, function(a, b) return a[1] < b[1] end)
end

return { { Meta = Meta }, { CodeBlock = CodeBlock } }
